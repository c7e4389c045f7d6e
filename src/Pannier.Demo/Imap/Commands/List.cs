using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>LIST, plain and extended: names in their order, attributes, and STATUS behind each where asked.</summary>
internal sealed class List : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        var request = ListRequest.Read(session, arguments);
        if (request.Patterns is [""])
        {
            session.Output.Line("* LIST (\\Noselect) \"/\" \"\"");
            return Task.FromResult(ImapAnswer.Ok("Done"));
        }

        var account = session.Owner;
        lock (account.Gate)
        {
            var names = account.Mailboxes.Select(mailbox => mailbox.Name);
            if (request.Selection.Contains("SUBSCRIBED"))
                names = names.Concat(account.Subscriptions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            foreach (var name in names)
            {
                var wire = ModifiedUtf7.Encode(name);
                if (request.Patterns.Any(pattern => MailboxPattern.Matches(pattern, wire)))
                    WriteName(session, account, request, name, wire);
            }
        }

        return Task.FromResult(ImapAnswer.Ok("Done"));
    }

    private static void WriteName(ImapSession session, AccountBox account, ListRequest request, string name, string wire)
    {
        var recursive = request.Selection.Contains("RECURSIVEMATCH")
            && account.Subscriptions.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal) && IsSelected(account, request, other));
        if (!recursive && !IsSelected(account, request, name))
            return;

        var mailbox = account.Find(name);
        var attributes = new List<string>();
        if (mailbox is null)
            attributes.Add("\\NonExistent");
        else if (mailbox.NoSelect)
            attributes.Add("\\Noselect");
        attributes.Add(account.HasChildren(name) ? "\\HasChildren" : "\\HasNoChildren");
        if (mailbox?.SpecialUse is { } use && session.Capabilities.Has("SPECIAL-USE"))
            attributes.Add(use);
        if ((request.Selection.Contains("SUBSCRIBED") || request.Returned.Contains("SUBSCRIBED")) && account.IsSubscribed(name))
            attributes.Add("\\Subscribed");
        session.Output.Raw($"* LIST ({string.Join(' ', attributes)}) \"/\" ").Text(wire);
        session.Output.Line(recursive ? " (CHILDINFO (\"SUBSCRIBED\"))" : "");
        if (mailbox is { NoSelect: false } && request.Status.Count > 0)
            MailboxStatus.Write(session, mailbox, request.Status);
    }

    private static bool IsSelected(AccountBox account, ListRequest request, string name) =>
        (!request.Selection.Contains("SUBSCRIBED") || account.IsSubscribed(name))
        && (!request.Selection.Contains("SPECIAL-USE") || account.Find(name)?.SpecialUse is not null);
}
