#!/srv/lettre/.venv/bin/python
"""Dans le dossier cgi-bin ; « endpoint » est alors https://exemple.fr/cgi-bin/lettre.cgi/"""

import sys
from wsgiref.handlers import CGIHandler

sys.path.insert(0, "/srv/lettre")

from plugins.joining.wsgi import application  # noqa: E402  # once the path is set

CGIHandler().run(application)
