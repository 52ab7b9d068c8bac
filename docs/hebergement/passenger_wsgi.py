"""À la racine du dossier copié sur l'hébergeur, à côté de pelicanconf.py."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
os.chdir(HERE)

from plugins.joining.wsgi import application  # noqa: E402, F401  # once the path is set
