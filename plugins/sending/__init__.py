"""Sending a letter to everybody who asked for it: nobody is forgotten, nobody gets it twice, whatever breaks."""
