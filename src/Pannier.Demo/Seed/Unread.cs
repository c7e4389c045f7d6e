namespace Pannier.Demo.Seed;

/// <summary>Takes \Seen from some of the newest messages, as a busy week leaves them.</summary>
internal static class Unread
{
    private const int OfPeople = 48;
    private const int InJunk = 12;

    /// <param name="messages">Oldest first.</param>
    public static IReadOnlyList<SeedMessage> Mark(List<SeedMessage> messages)
    {
        int open = OfPeople, junk = InJunk;
        for (var i = messages.Count - 1; i >= 0 && open + junk > 0; i--)
        {
            var message = messages[i];
            var wanted = message.Mailbox switch
            {
                "Sent" or "Drafts" or "Trash" or "Archive" or "Receipts" => false,
                "Junk" => junk > 0,
                // The newest few have not been seen at all; then about half, by position from the top.
                _ => open > 0 && (messages.Count - i < 8 || Mixer.Below(2, "unread", messages.Count - i) == 0),
            };
            if (!wanted || message.Flags.Any(flag => flag is @"\Answered" or "$Forwarded"))
                continue;
            messages[i] = message with { Flags = [.. message.Flags.Where(flag => flag != @"\Seen")] };
            if (message.Mailbox == "Junk")
                junk--;
            else
                open--;
        }
        return messages;
    }
}
