using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Lays out the conversation a message belongs to, one's own replies in their place.</summary>
internal sealed class Talk(IMyMail mail, MySettings settings, WordsOfVisit words)
{
    /// <returns>Empty for a message alone.</returns>
    public async Task<IReadOnlyList<TalkLine>> OfAsync(MessageKey key, ListSpec? list, CancellationToken cancellation)
    {
        var rows = await mail.ConversationAsync(key, cancellation);
        if (rows.Count < 2) return [];

        var accounts = (await mail.AccountsAsync(cancellation)).ToDictionary(account => account.Id);
        var own = accounts.Values.Select(account => account.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = rows.Select(row => Line(row, accounts[row.Key.Account], own, key, list));
        return settings.Get(MessagesModule.TalkOrder) == TalkOrder.NewestFirst ? [.. lines.Reverse()] : [.. lines];
    }

    private TalkLine Line(Row row, MyAccount account, HashSet<string> own, MessageKey here, ListSpec? list)
    {
        var said = words.Get();
        var at = said.Clock.ToLocal(row.Message.ReceivedAt);
        var from = row.Message.Envelope.From;
        return new TalkLine(
            MessageUrl.Of(row.Key, list),
            from.Count == 0 ? said.Say(Said.Of("lists.nobody")) : own.Contains(from[0].Address) ? said.Say(Said.Of("lists.me")) : UntrustedText.Show(from[0].Shown),
            UntrustedText.Show(row.Message.Preview ?? row.Message.Envelope.Subject),
            at.ToString(at.Year == said.Clock.Now.Year ? "d MMM HH:mm" : "d MMM yyyy", said.Culture),
            row.Message.ReceivedAt,
            AccountMark.Of(account.Colour),
            account.Name,
            row.Key == here ? TalkState.Here : row.Message.Keywords.HasFlag(Keywords.Seen) ? TalkState.Read : TalkState.Unread);
    }
}
