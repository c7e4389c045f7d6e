using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;

namespace Pannier.Modules.Lists;

/// <summary>Lays out the rows of one list.</summary>
internal sealed class RowLayout(Words words, IReadOnlyList<MyAccount> accounts, Scope scope, string? search)
{
    private readonly Dictionary<AccountId, MyAccount> _accounts = accounts.ToDictionary(account => account.Id);
    private readonly HashSet<string> _own = accounts.Select(account => account.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public ListRow Of(Row row)
    {
        var envelope = row.Message.Envelope;
        var account = _accounts[row.Key.Account];
        return new ListRow(
            row.Key,
            MessageUrl.Of(row.Key, scope, search),
            People(envelope),
            envelope.Subject.Length == 0 ? null : UntrustedText.Show(envelope.Subject),
            UntrustedText.Show(row.Message.Preview ?? ""),
            When(row.Message.ReceivedAt),
            row.Message.ReceivedAt,
            DateOnly.FromDateTime(words.Clock.ToLocal(row.Message.ReceivedAt).Date),
            account.Name,
            AccountMark.Of(account.Colour),
            row.Message.Keywords,
            row.Message.Attachment);
    }

    /// <summary>Whom a row is about: in what one has written oneself, the recipients; in the Inbox always the sender.</summary>
    private string People(Envelope envelope)
    {
        var outgoing = scope is not Scope.Combined { View: CombinedView.Inbox } && envelope.From.Count > 0 && envelope.From.All(from => _own.Contains(from.Address)) && envelope.To.Count + envelope.Cc.Count + envelope.Bcc.Count > 0;
        var people = outgoing ? [.. envelope.To, .. envelope.Cc, .. envelope.Bcc] : envelope.From;
        if (people.Count == 0) return words.Say(Said.Of("lists.nobody"));

        var shown = string.Join(", ", people.Take(4).Select(person => UntrustedText.Show(person.Shown)));
        return outgoing ? words.Say(Said.Of("lists.to", "people", shown)) : shown;
    }

    private string When(DateTimeOffset at)
    {
        var (local, now) = (words.Clock.ToLocal(at), words.Clock.Now);
        return local.Date == now.Date ? local.ToString("HH:mm", words.Culture)
            : local.Year == now.Year ? local.ToString("d MMM", words.Culture)
            : local.ToString("d MMM yyyy", words.Culture);
    }
}
