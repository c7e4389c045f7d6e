using Pannier.Demo.Imap.Commands;

namespace Pannier.Demo.Imap;

/// <summary>The table of commands: which there are, what must be offered for them, and who does them.</summary>
internal static class ImapCommands
{
    private static readonly Dictionary<string, Entry> Table = new(StringComparer.Ordinal)
    {
        ["CAPABILITY"] = new(new Capability()),
        ["NOOP"] = new(new Noop(ImapPhase.Greeted)),
        ["LOGOUT"] = new(new Logout()),
        ["STARTTLS"] = new(new StartTls(), "STARTTLS"),
        ["LOGIN"] = new(new Login()),
        ["AUTHENTICATE"] = new(new Authenticate()),
        ["ID"] = new(new Id(), "ID"),
        ["NAMESPACE"] = new(new Namespace(), "NAMESPACE"),
        ["ENABLE"] = new(new Enable(), "ENABLE"),
        ["LIST"] = new(new List()),
        ["LSUB"] = new(new Lsub()),
        ["STATUS"] = new(new Status()),
        ["SELECT"] = new(new Select(Store.ViewAccess.ReadWrite)),
        ["EXAMINE"] = new(new Select(Store.ViewAccess.ReadOnly)),
        ["CREATE"] = new(new Create()),
        ["DELETE"] = new(new Delete()),
        ["RENAME"] = new(new Rename()),
        ["SUBSCRIBE"] = new(new Subscribe()),
        ["UNSUBSCRIBE"] = new(new Unsubscribe()),
        ["APPEND"] = new(new Append()),
        ["IDLE"] = new(new Idle(), "IDLE"),
        ["GETQUOTAROOT"] = new(new GetQuotaRoot(), "QUOTA"),
        ["GETQUOTA"] = new(new GetQuota(), "QUOTA"),
        ["CHECK"] = new(new Noop(ImapPhase.Selected)),
        ["CLOSE"] = new(new Close()),
        ["UNSELECT"] = new(new Unselect(), "UNSELECT"),
        ["UID"] = new(new UidCommand()),
        ["EXPUNGE"] = Message(new Expunge()),
        ["SEARCH"] = Message(new Search()),
        ["SORT"] = Message(new Sort(), "SORT"),
        ["FETCH"] = Message(new Fetch()),
        ["STORE"] = Message(new Commands.Store()),
        ["COPY"] = Message(new Copy()),
        ["MOVE"] = Message(new Move(), "MOVE"),
    };

    /// <summary>While these run, numbers must not shift (RFC 3501 §7.4.1); by UID they may.</summary>
    public static bool HoldsExpungesBack(string name) => name is "FETCH" or "STORE" or "SEARCH" or "SORT";

    public static (string Tag, string Name) ReadName(ImapArguments arguments)
    {
        var tag = arguments.Atom();
        if (tag.AsSpan().ContainsAny("+*%\\"))
            throw new ImapSyntaxException("Not a tag");
        arguments.Expect(' ');
        return (tag, arguments.Word());
    }

    public static async Task<ImapAnswer> RunAsync(ImapSession session, string name, ImapArguments arguments, CancellationToken cancellation)
    {
        if (!Table.TryGetValue(name, out var entry) || (entry.Capability is { } capability && !session.Capabilities.Has(capability)))
            return ImapAnswer.Bad("No such command");
        if (Refusal(session, name) is { } refused)
            return refused;
        if (session.Phase < entry.Command.Needs)
            return ImapAnswer.Bad(session.Phase == ImapPhase.Greeted ? "Sign in first" : "Select a mailbox first");
        return await entry.Command.RunAsync(session, arguments, cancellation);
    }

    /// <summary>The message command of this name, for UID; null when there is none or it is not offered.</summary>
    public static IMessageCommand? MessageCommand(ImapSession session, string name) =>
        Table.TryGetValue(name, out var entry) && entry.OnMessages is { } found && (entry.Capability is not { } capability || session.Capabilities.Has(capability))
            ? found
            : null;

    public static ImapAnswer? Refusal(ImapSession session, string name) =>
        session.Context.Faults.RefusalOf(name) is { } text ? ImapAnswer.No(text) : null;

    private static Entry Message(IMessageCommand command, string? capability = null) => new(new BySequence(command), capability, command);

    private sealed record Entry(IImapCommand Command, string? Capability = null, IMessageCommand? OnMessages = null);
}
