using System.Net.Http.Headers;
using System.Text;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Core.Records;
using Pannier.Core.Senders;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.MailingLists;
using Pannier.Mail.Net;
using Pannier.Mail.Senders;
using Pannier.Mail.Text;

namespace Pannier.Modules.Subscriptions;

/// <summary>Asks a list's server to take the person off it (RFC 8058): one request, no cookies, only where a valid signature covers its address.</summary>
internal sealed class LeaveList(IMyMail mail, SenderReports reports, OwnSignatureCheck check, EgressHttp http, IMyRecords<LeftList> left, TimeProvider clock) : IHandler<LeaveInput, ListLeft>
{
    private const int MostAnswer = 256 * 1024;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(15);

    public async Task<Outcome<ListLeft>> HandleAsync(LeaveInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if (WaysOut.Read(message.Head.Headers) is not { OneClick: true, Page: { } page }) return Refusal.Invalid("subscriptions.no-way");
        if (!await IsSignedAsync(message, cancellation)) return Refusal.Invalid(Said.Of("subscriptions.unsigned", "host", UntrustedText.Show(page.Host)));

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Value)) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(WaysOut.OneClickBody)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            var answer = await http.SendAsync(request, MostAnswer, AtMost, cancellation);
            if ((int)answer.Status is < 200 or > 299) return Refusal.Unavailable(Said.Of("subscriptions.refused", "host", UntrustedText.Show(page.Host)).With("status", (int)answer.Status));
        }
        catch (MailFault)
        {
            return Refusal.Unavailable(Said.Of("subscriptions.unreachable", "host", UntrustedText.Show(page.Host)));
        }

        await left.PutAsync(LeftList.IdOf(message.Head), new LeftList(clock.GetUtcNow()), cancellation);
        return new ListLeft(Lists.MessageUrl.Of(input.Key, null), Said.Of("subscriptions.left", "host", UntrustedText.Show(page.Host)));
    }

    // The server's word costs nothing; without it the signature is checked here, which asks DNS: the person wants to be known to the list now.
    private async Task<bool> IsSignedAsync(OpenedMessage message, CancellationToken cancellation)
    {
        if (WaysOut.IsSigned(message.Head.Headers, await reports.OfAsync(message, cancellation))) return true;
        if (message.Head.Header(DkimTags.HeaderName) is null || !OwnSignatureCheck.Fits(message)) return false;

        return await check.OfAsync(message, cancellation) is { } signatures && signatures.Any(signature => signature.Covers(WaysOut.HeaderName, WaysOut.OneClickName));
    }
}
