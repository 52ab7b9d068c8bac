"""What makes the site installable and readable without a network: the service worker, the manifest; and humans.txt."""
