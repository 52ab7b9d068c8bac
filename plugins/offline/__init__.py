"""What makes the site installable and readable without a network: the service worker, the manifest; and humans.txt.

The worker is `worker.js`, under the facts of one site; the page that is kept is `pages/offline.py`.
"""
