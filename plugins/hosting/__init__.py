"""What web servers say beside each file, in the words of nginx, of Apache and of hosts that read `_headers`.

One set of `rules` (the `policy` of each part of the site, the `kinds` of files) is told to `nginx`, `apache` and `netlify`; `obeying` is
a host that reads `_headers`, for the preview.
"""
