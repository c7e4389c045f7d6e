using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Push;

/// <summary>Sender and subject of messages that arrived, as far as the person wants them announced and they are still unread in an inbox.</summary>
internal sealed class ShowArrived(IMyMail mail, MySettings settings) : IHandler<ArrivedInput, ArrivedPage>
{
    private const int Looked = 100;

    public async Task<Outcome<ArrivedPage>> HandleAsync(ArrivedInput input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        if (settings.Get(PushModule.Announcing) is not (Announce.Shown or Announce.Heard) || input.Messages.Count == 0) return new ArrivedPage(Announce.Off, []);

        var scope = new Scope.Combined(CombinedView.Inbox);
        var page = await mail.ListAsync(Query.Of(scope), PagePlace.First, Looked, cancellation);
        var wanted = input.Messages.ToHashSet();
        return new ArrivedPage(
            settings.Get(PushModule.Announcing),
            [.. page.Rows.Where(row => wanted.Contains(row.Key) && !row.Message.Keywords.HasFlag(Keywords.Seen)).Select(row => Said(scope, row))]);
    }

    private static ArrivedMessage Said(Scope scope, Row row)
    {
        var envelope = row.Message.Envelope;
        return new ArrivedMessage(
            envelope.From is [var from, ..] ? UntrustedText.Show(from.Shown) : "",
            envelope.Subject.Length == 0 ? null : UntrustedText.Show(envelope.Subject),
            MessageUrl.Of(row.Key, ListSpec.Of(scope)));
    }
}
