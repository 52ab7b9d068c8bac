"""Writing a picture down, with nothing in it but its pixels."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def bare(image: Image.Image) -> Image.Image:
    """Return the same pixels without what the camera or a program wrote beside them."""
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    if image.mode == "P" and (palette := image.getpalette()):
        clean.putpalette(palette)
    return clean


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the bytes of a picture in a format, by Pillow's name for it."""
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def on_white(image: Image.Image) -> Image.Image:
    """Return a picture without transparency, which JPEG does not know."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "#ffffff")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
