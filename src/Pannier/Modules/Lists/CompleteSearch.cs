using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;
using Pannier.Mail.Text;

namespace Pannier.Modules.Lists;

/// <summary>Completes the last word of a search: operators, what may follow them, people, mailboxes, accounts.</summary>
internal sealed class CompleteSearch(IMyMail mail) : IHandler<CompleteInput, Completions>
{
    private const int Most = 8;
    private const int Looked = 200;

    private static readonly string[] Operators = ["from:", "to:", "subject:", "has:attachment", "is:unread", "is:read", "is:flagged", "is:answered", "in:", "account:", "before:", "after:", "on:", "larger:", "smaller:"];

    public async Task<Outcome<Completions>> HandleAsync(CompleteInput input, CancellationToken cancellation)
    {
        var typed = input.Typed?.Value ?? "";
        var start = typed.LastIndexOfAny([' ', '(']) + 1;
        if (start < typed.Length && typed[start] == '-') start++;
        var (before, word) = (typed[..start], typed[start..]);
        return new Completions([.. (await WaysAsync(word, cancellation)).Take(Most).Select(way => way with { Value = before + way.Value })]);
    }

    private async Task<IEnumerable<Completion>> WaysAsync(string word, CancellationToken cancellation)
    {
        if (word.Length == 0) return [];

        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return Operators.Where(one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(one => new Completion(one.EndsWith(':') ? one : one + " ", one, Said.Of("lists.operator." + one.Replace(':', '.').TrimEnd('.'))));

        var (name, rest) = (word[..(colon + 1)].ToLowerInvariant(), word[(colon + 1)..].Trim('"'));
        return name switch
        {
            "from:" => await PeopleAsync(name, rest, SearchField.From, envelope => envelope.From, cancellation),
            "to:" => await PeopleAsync(name, rest, SearchField.To, envelope => [.. envelope.To, .. envelope.Cc], cancellation),
            "in:" => await MailboxesAsync(rest, cancellation),
            "account:" => (await mail.AccountsAsync(cancellation)).Where(account => Folding.Fold(account.Name).Contains(Folding.Fold(rest), StringComparison.Ordinal)).Select(account => Quoted(name, account.Name, account.Name)),
            "is:" or "has:" => Operators.Where(one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase) && one.Length > name.Length).Select(one => new Completion(one + " ", one, Said.Of("lists.operator." + one.Replace(':', '.')))),
            _ => [],
        };
    }

    /// <summary>Those of the newest messages that fit.</summary>
    private async Task<IEnumerable<Completion>> PeopleAsync(string name, string rest, SearchField field, Func<Envelope, IReadOnlyList<EmailAddress>> who, CancellationToken cancellation)
    {
        if (rest.Length == 0) return [];
        var folded = Folding.Fold(rest);
        var page = await mail.ListAsync(new Query(new Scope.Combined(CombinedView.Everything), new SearchNode.Words(field, rest)), PagePlace.First, Looked, cancellation);
        return page.Rows
            .SelectMany(row => who(row.Message.Envelope))
            .Where(one => one.Address.Length > 0 && (Folding.Fold(one.Address).Contains(folded, StringComparison.Ordinal) || Folding.Fold(one.Name ?? "").Contains(folded, StringComparison.Ordinal)))
            .DistinctBy(one => one.Address, StringComparer.OrdinalIgnoreCase)
            .Select(one => Quoted(name, one.Address, one.ToString()));
    }

    private async Task<IEnumerable<Completion>> MailboxesAsync(string rest, CancellationToken cancellation)
    {
        var names = new List<string> { "inbox", "sent", "drafts", "archive", "junk", "trash" };
        foreach (var account in await mail.AccountsAsync(cancellation))
            names.AddRange((await mail.KnownMailboxesAsync(account.Id, cancellation) ?? []).Where(mailbox => mailbox.Selectable && mailbox.Role == MailboxRole.None).Select(mailbox => mailbox.Name.Leaf));
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Where(one => Folding.Fold(one).Contains(Folding.Fold(rest), StringComparison.Ordinal)).Select(one => Quoted("in:", one, one));
    }

    private static Completion Quoted(string name, string value, string shown) =>
        new(value.Any(c => char.IsWhiteSpace(c) || c is ')' or '(') ? $"{name}\"{value.Replace('"', ' ')}\" " : $"{name}{value} ", UntrustedText.Show(shown), null);
}
