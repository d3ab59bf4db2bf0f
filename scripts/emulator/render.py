"""A Slack message and a mail as a person sees them, in a terminal."""

import html
import re
import textwrap

WIDTH = 88


class Style:
    """Escape sequences on a terminal, nothing elsewhere."""

    def __init__(self, on):
        self.on = on

    def bold(self, text):
        return f"\033[1m{text}\033[0m" if self.on else text

    def dim(self, text):
        return f"\033[2m{text}\033[0m" if self.on else text


def slack(message, style):
    """The lines of a Block Kit message behind a bar."""
    lines = []
    for block in blocks_of(message):
        lines += block_lines(block, style)
    bar = style.dim("┃")
    return "\n".join(f"{bar} {line}".rstrip() for line in lines)


def blocks_of(message):
    attached = [block for attachment in message.get("attachments", []) for block in attachment.get("blocks", [])]
    blocks = message.get("blocks", []) + attached
    return blocks or [{"type": "section", "text": {"type": "mrkdwn", "text": message.get("text", "")}}]


def block_lines(block, style):
    kind = block["type"]
    if kind == "header":
        return [style.bold(line) for line in wrapped(plain(block["text"]))] + [""]
    if kind == "divider":
        return [style.dim("─" * 40), ""]
    if kind == "section":
        texts = [block["text"]] if "text" in block else []
        parts = texts + block.get("fields", [])
        return [line for part in parts for line in wrapped(plain(part))] + [""]
    if kind == "context":
        return [style.dim(line) for line in wrapped("  ".join(plain(e) for e in block["elements"]))] + [""]
    if kind == "actions":
        return [f"[ {plain(e['text'])} ] {style.dim(e.get('url', ''))}".rstrip() for e in block["elements"]] + [""]
    if kind == "rich_text":
        return [line for element in block["elements"] for line in rich_lines(element)] + [""]
    return [style.dim(f"({kind})"), ""]


def rich_lines(element):
    """Preformatted text and quotes are indented, list entries have a dot."""
    kind = element["type"]
    if kind == "rich_text_list":
        return [f"• {line}" for item in element["elements"] for line in rich_lines(item)]
    text = "".join(e.get("text") or e.get("url", "") for e in element["elements"])
    if kind == "rich_text_preformatted":
        return [f"    {line}" for line in text.splitlines()]
    if kind == "rich_text_quote":
        return [f"  | {line}" for line in wrapped(text)]
    return wrapped(text)


def plain(text):
    """The text of a text object: of a link its label, as Slack shows it; entities as the characters they stand for."""
    words = text["text"]
    if text["type"] == "mrkdwn":
        words = re.sub(r"<(https?://[^|>]+)\|([^>]*)>", r"\2↗", words)
        words = re.sub(r"<(https?://[^>]+)>", r"\1", words)
    return html.unescape(words)


def wrapped(text):
    """Wrapped at words; what stands between three backticks stays as it is, for it will be pasted."""
    lines = []
    for index, part in enumerate(text.split("```")):
        if index % 2:
            lines += [f"    {line}" for line in part.strip("\n").splitlines()]
        else:
            for line in part.strip("\n").splitlines():
                lines += textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return lines


def mail(received, style):
    head = [f"To:      {received['to']}", f"Subject: {style.bold(received['subject'])}", ""]
    bar = style.dim("┃")
    return "\n".join(f"{bar} {line}".rstrip() for line in head + received["text"].splitlines())
