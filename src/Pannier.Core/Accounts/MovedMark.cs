using Pannier.Mail;
using Pannier.Mail.Mirror;

namespace Pannier.Core.Accounts;

/// <summary>What a message is known by when its uid is another: the hash of its Message-ID, else when it came and how large it is.</summary>
internal readonly record struct MovedMark(ulong Link, long ReceivedAt, long Size)
{
    public static MovedMark Of(MailboxImage image, int row) => new(image.LinksAt(row).Id, image.ReceivedAt(row), image.SizeAt(row));

    /// <summary>The newest row that is this message; null when none is.</summary>
    public MessageKey? FindIn(MailboxImage image)
    {
        MessageKey? alike = null;
        for (var row = image.Count - 1; row >= 0; row--)
        {
            if (image.LinksAt(row).Id == Link) return image.KeyAt(row);
            if (alike is null && image.ReceivedAt(row) == ReceivedAt && image.SizeAt(row) == Size) alike = image.KeyAt(row);
        }

        return alike;
    }
}
