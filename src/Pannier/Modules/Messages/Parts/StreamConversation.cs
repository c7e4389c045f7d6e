using System.Globalization;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Modules.Messages.Parts;

/// <summary>A whole conversation as one zip archive of .eml files, oldest first, each as it stands on its server.</summary>
internal sealed class StreamConversation(IMyMail mail) : IHandler<ConversationInput, Content>
{
    public async Task<Outcome<Content>> HandleAsync(ConversationInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");

        var rows = await mail.ConversationAsync(input.Key, cancellation);
        var letters = rows.Count == 0 ? [(input.Key, message.Head.Row)] : rows.Select(row => (row.Key, Row: row.Message)).ToList();
        var subject = message.Head.Row.Envelope.Subject;
        return new Content("application/zip", (subject.Length == 0 ? "conversation" : subject) + ".zip", null, (to, token) => ZipWriting.WriteAsync(Items(letters), to, token));
    }

    private async IAsyncEnumerable<ZipItem> Items(IReadOnlyList<(MessageKey Key, MessageRow Row)> letters)
    {
        await Task.CompletedTask; // the archive asks one after the other; all that waits is in the writing
        foreach (var (key, row) in letters)
        {
            var subject = row.Envelope.Subject.Length == 0 ? "message" : row.Envelope.Subject;
            yield return new ZipItem(row.ReceivedAt.ToString("yyyy-MM-dd HHmm ", CultureInfo.InvariantCulture) + subject.Replace('/', '_').Replace('\\', '_') + ".eml", row.ReceivedAt, (to, token) => mail.CopySourceAsync(key, to, token));
        }
    }
}
