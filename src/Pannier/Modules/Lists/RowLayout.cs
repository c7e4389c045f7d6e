using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;
using Pannier.Mail.Text;

namespace Pannier.Modules.Lists;

/// <summary>Lays out the rows of one list.</summary>
internal sealed class RowLayout(Words words, IReadOnlyList<MyAccount> accounts, ListSpec list, SearchReading typed)
{
    private readonly Dictionary<AccountId, MyAccount> _accounts = accounts.ToDictionary(account => account.Id);
    private readonly RowMarks _marks = RowMarks.Of(typed);
    private readonly DateTime _today = words.Clock.Now.Date;
    private readonly HashSet<string> _own = accounts.Select(account => account.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public ListRow Of(Row row)
    {
        var envelope = row.Message.Envelope;
        var account = _accounts[row.Key.Account];
        var at = words.Clock.ToLocal(row.Message.ReceivedAt);
        return new ListRow(
            row.Key,
            MessageUrl.Of(row.Key, list),
            row.Conversation is { Count: > 1 } talk ? Writers(talk) : People(envelope),
            envelope.Subject.Length == 0 ? null : UntrustedText.Show(envelope.Subject),
            UntrustedText.Show(row.Message.Preview ?? ""),
            When(at),
            row.Message.ReceivedAt,
            DateOnly.FromDateTime(at.Date),
            account.Name,
            AccountMark.Of(account.Colour),
            row.Message.Keywords | ((row.Conversation?.Any ?? Keywords.None) & (Keywords.Flagged | Keywords.Answered)),
            row.Message.Attachment)
        {
            Marks = _marks,
            Count = row.Conversation?.Count ?? 1,
            Unread = row.Conversation?.Unread ?? 0,
        };
    }

    /// <summary>Whom a row is about: in what one has written oneself, the recipients; in the Inbox always the sender.</summary>
    private string People(Envelope envelope)
    {
        var outgoing = list.Scope is not Scope.Combined { View: CombinedView.Inbox } && envelope.From.Count > 0 && envelope.From.All(from => _own.Contains(from.Address)) && envelope.To.Count + envelope.Cc.Count + envelope.Bcc.Count > 0;
        var people = outgoing ? [.. envelope.To, .. envelope.Cc, .. envelope.Bcc] : envelope.From;
        if (people.Count == 0) return words.Say(Said.Of("lists.nobody"));

        var shown = string.Join(", ", people.Take(4).Select(person => UntrustedText.Show(person.Shown)));
        return outgoing ? words.Say(Said.Of("lists.to", "people", shown)) : shown;
    }

    /// <summary>Who wrote in a conversation, oneself as such.</summary>
    private string Writers(ConversationSummary talk) =>
        string.Join(", ", talk.People.Select(person => _own.Contains(person.Address) ? words.Say(Said.Of("lists.me")) : UntrustedText.Show(talk.People.Count > 1 ? First(person.Shown) : person.Shown)));

    /// <summary>The first word of a name, where many share a line.</summary>
    private static string First(string name) => name.Split(' ', 2)[0] is { Length: > 1 } first && !first.EndsWith(',') ? first : name;

    private string When(DateTimeOffset local) =>
        local.Date == _today ? local.ToString("HH:mm", words.Culture)
        : local.Year == _today.Year ? local.ToString("d MMM", words.Culture)
        : local.ToString("d MMM yyyy", words.Culture);
}
