using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private const int Tries = 3;

    /// <summary>Fetches until nothing was expunged meanwhile; after three tries the messages that are told twice are left out.</summary>
    /// <remarks>
    /// While a UID FETCH runs, a server may tell of a message that was expunged and then of others' new flags, by their new sequence
    /// numbers (RFC 9051 §7.5.1). MailKit files answers by number, and may then give one message's date and subject to its neighbour,
    /// which is told twice. The next fetch has no such news to tell.
    /// </remarks>
    internal static async Task<IReadOnlyList<IMessageSummary>> SureAsync(IMailFolder folder, Func<Task<IList<IMessageSummary>>> fetchAsync)
    {
        for (var tries = 1; ; tries++)
        {
            var shifted = false;
            void Note(object? sender, EventArgs told) => shifted = true;
            folder.MessageExpunged += Note;
            folder.MessagesVanished += Note;
            try
            {
                var found = (await fetchAsync()).Where(one => one.UniqueId.Id != 0).ToList();
                if (!shifted) return found;
                if (tries == Tries) return [.. found.GroupBy(one => one.UniqueId.Id).Where(group => !group.Skip(1).Any()).SelectMany(group => group)];
            }
            finally
            {
                folder.MessageExpunged -= Note;
                folder.MessagesVanished -= Note;
            }
        }
    }
}
