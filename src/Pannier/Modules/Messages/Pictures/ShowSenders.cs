using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Lists the decisions on senders.</summary>
internal sealed class ShowSenders(AllowedSenders senders, MySettings settings, WordsOfVisit words) : IHandler<Nothing, SendersPage>
{
    public async Task<Outcome<SendersPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var said = words.Get();
        var lines = (await senders.AllAsync(cancellation)).Select(one => new SenderLine(one.Address, UntrustedText.Show(one.Address), said.Clock.ToLocal(one.Since).ToString("D", said.Culture)));
        return new SendersPage([.. lines], settings.Get(MessagesModule.Pictures));
    }
}
