"""The desk where a letter is written: it proposes one, builds it, and shows it before it leaves.

What a letter shows is `plugins/newsletter`'s. This room reads the content as it stands, drafts too, and writes a draft or a
preview; it sends nothing.

A draft of the next letter is `weeks`, `proposal` and `starting`; what a build made of the letters is `building`; a letter as mail
programs show it is `views` and `preview`.
"""
