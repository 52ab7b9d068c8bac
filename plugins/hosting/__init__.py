"""What web servers say beside each file, in the words of nginx, of Apache and of hosts that read `_headers`."""
