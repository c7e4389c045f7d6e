using Pannier.Core.Accounts;
using Pannier.Mail.Lists;
using Pannier.Mail.Senders;

namespace Pannier.Core.Senders;

/// <summary>Checks a message's DKIM signatures here, because the person does something that needs it: this asks the DNS of whoever signed.</summary>
public sealed class OwnSignatureCheck(IMyMail mail, DkimCheck check)
{
    private const long Most = 30 * 1024 * 1024;

    /// <summary>Whether the message is small enough to be held while it is checked.</summary>
    public static bool Fits(OpenedMessage message) => message.Head.Structure.Walk().Sum(part => part.Size) <= Most;

    /// <param name="message">One that <see cref="Fits"/>.</param>
    /// <returns>Null when it is too broken to be read as a message.</returns>
    public async Task<IReadOnlyList<CheckedSignature>?> OfAsync(OpenedMessage message, CancellationToken cancellation)
    {
        using var source = new MemoryStream();
        await mail.CopySourceAsync(message.Key, source, cancellation);
        source.Position = 0;
        try
        {
            return await check.CheckAsync(source, cancellation);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
