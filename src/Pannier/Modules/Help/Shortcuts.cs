using Pannier.Core;

namespace Pannier.Modules.Help;

/// <summary>Every shortcut there is. A test holds it to what the views and scripts declare, both ways.</summary>
public static class Shortcuts
{
    public static IReadOnlyList<ShortcutGroup> All { get; } =
    [
        new(Said.Of("help.go"), [
            new(Said.Of("view.inbox"), "g i"),
            new(Said.Of("view.unread"), "g u"),
            new(Said.Of("view.flagged"), "g f"),
            new(Said.Of("view.everything"), "g e"),
            new(Said.Of("view.drafts"), "g d"),
            new(Said.Of("help.outbox"), "g o"),
            new(Said.Of("view.sent"), "g s"),
            new(Said.Of("view.archive"), "g a"),
            new(Said.Of("view.junk"), "g j"),
            new(Said.Of("view.trash"), "g t"),
            new(Said.Of("help.settings"), "g ,"),
            new(Said.Of("help.search"), "/"),
            new(Said.Of("help.keys"), "?"),
        ]),
        new(Said.Of("help.list"), [
            new(Said.Of("help.next"), "j"),
            new(Said.Of("help.previous"), "k"),
            new(Said.Of("help.open"), "Enter"),
            new(Said.Of("help.select"), "x"),
            new(Said.Of("help.select-all"), "*"),
            new(Said.Of("help.older"), "o"),
            new(Said.Of("help.newer"), "p"),
            new(Said.Of("help.refresh"), "r"),
            new(Said.Of("help.back"), "u"),
        ]),
        new(Said.Of("help.messages"), [
            new(Said.Of("help.archive"), "e"),
            new(Said.Of("help.undo"), "z"),
            new(Said.Of("help.delete"), "#"),
            new(Said.Of("help.read"), "I"),
            new(Said.Of("help.unread"), "U"),
            new(Said.Of("help.flag"), "s"),
            new(Said.Of("help.junk"), "!"),
            new(Said.Of("help.move"), "v"),
            new(Said.Of("help.bigger"), "+"),
            new(Said.Of("help.smaller"), "-"),
            new(Said.Of("help.normal"), "0"),
        ]),
        new(Said.Of("help.writing"), [
            new(Said.Of("help.compose"), "c"),
            new(Said.Of("help.reply"), "r"),
            new(Said.Of("help.reply-all"), "a"),
            new(Said.Of("help.forward"), "f"),
            new(Said.Of("help.send"), "Mod+Enter"),
            new(Said.Of("help.draft"), "Mod+s"),
        ]),
    ];
}
