"""Pictures and other files that texts show, made fit for the public: light, and without what the camera wrote in them.

Any camera's are opened upright and in the colours of screens (`opening`); their size and colour are measured for the reader
(`measuring`); copies are made for pages (`copying`, named by `model/copies.py`) and for letters (`mail`), and kept by what they are made
of (`cache`, in `build/images/`).
"""
