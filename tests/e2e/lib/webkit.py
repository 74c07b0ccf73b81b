"""WebKit with a profile on disk, told what to do line by line.

Its own remote control keeps nothing on disk, so this drives the library itself. Each line in is JSON: an id and what to
do (`go` to an address, `run` a function of the page, open a `tab`), each line out the id with a value or an error.
What a page writes to its console goes to standard error.
"""

import json
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

PROFILE = Path(sys.argv[1])


def say(number, **what):
    print(json.dumps({"id": number, **what}), flush=True)


class Browser:
    """One context, and its tabs."""

    def __init__(self):
        data = WebKit2.WebsiteDataManager(
            base_data_directory=str(PROFILE / "data"), base_cache_directory=str(PROFILE / "cache")
        )
        self.context = WebKit2.WebContext(website_data_manager=data)
        self.context.set_preferred_languages(["sv-SE"])
        self.tabs = []
        self.waiting = {}
        self.tab()

    def tab(self):
        """Opens a tab and gives its number."""
        view = WebKit2.WebView(web_context=self.context)
        view.get_settings().set_enable_write_console_messages_to_stdout(True)
        view.connect("load-changed", self.changed)
        view.connect("load-failed", self.failed)
        view.connect("script-dialog", self.asked)
        window = Gtk.Window(default_width=1280, default_height=900)
        window.add(view)
        window.show_all()
        self.tabs.append(view)
        return len(self.tabs) - 1

    def changed(self, view, event):
        number = self.waiting.pop(view, None) if event == WebKit2.LoadEvent.FINISHED else None
        if number is not None:
            say(number, value=view.get_uri())

    def failed(self, view, _event, address, error):
        number = self.waiting.pop(view, None)
        if number is not None:
            say(number, error=f"{address}: {error.message}")
        return False

    def asked(self, _view, dialog):
        """Says yes to whatever a page asks, as to being left."""
        if dialog.get_dialog_type() == WebKit2.ScriptDialogType.BEFORE_UNLOAD_CONFIRM:
            dialog.confirm_set_confirmed(True)
        return True

    def hear(self, line):
        """Does what a line says."""
        told = json.loads(line)
        number, view = told["id"], self.tabs[told["in"]]
        if "go" in told:
            self.waiting[view] = number
            view.load_uri(told["go"])
        elif "run" in told:
            body = f"return JSON.stringify({{ value: await ({told['run']})(...{json.dumps(told['with'])}) }})"
            view.call_async_javascript_function(body, -1, None, None, None, None, self.ran, number)
        else:
            say(number, value=self.tab())

    def ran(self, view, result, number):
        try:
            say(number, **json.loads(view.call_async_javascript_function_finish(result).to_string()))
        except GLib.Error as error:
            say(number, error=error.message)


def main():
    browser = Browser()
    lines = GLib.IOChannel.unix_new(0)

    def read(channel, condition):
        line = channel.readline() if condition & GLib.IO_IN else ""
        if not line:
            Gtk.main_quit()
            return False
        browser.hear(line)
        return True

    GLib.io_add_watch(lines, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
    Gtk.main()


main()
