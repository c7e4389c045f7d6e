namespace Pannier.Mail.Reading;

/// <summary>What of a message is read in place, what its HTML refers to, and what is a file.</summary>
/// <param name="Inline">Images by Content-ID, for the HTML's <c>cid:</c> references (RFC 2392).</param>
/// <param name="Attachments">Everything else, nothing left out: a part that is not shown is listed here.</param>
public sealed record BodyPlan(IReadOnlyList<BodyBlock> Blocks, IReadOnlyDictionary<string, BodyPart> Inline, IReadOnlyList<BodyPart> Attachments)
{
    /// <summary>Each costs a fetch, a cleaning and a frame of its own, one after the other.</summary>
    private const int MostBlocks = 20;

    /// <summary>How many more stretches of text there are than are shown in place; they are among the files.</summary>
    public int MoreBlocks { get; init; }

    /// <summary>Plans a structure. At most 20 stretches of text are shown in place.</summary>
    public static BodyPlan Of(BodyPart structure)
    {
        var blocks = new List<BodyBlock>();
        var files = new List<BodyPart>();
        Plan(structure, blocks, files);
        var more = blocks.Skip(MostBlocks).ToList();
        files.AddRange(more.SelectMany(block => new[] { block.Html, block.Plain }).OfType<BodyPart>());
        blocks = [.. blocks.Take(MostBlocks)];

        var images = files
            .Where(part => part.ContentId is not null && part.MediaType.StartsWith("image/", StringComparison.Ordinal))
            .GroupBy(part => part.ContentId!, StringComparer.Ordinal) // the Where has seen to it
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var inline = blocks.Any(block => block.Html is not null) ? images : [];
        return new BodyPlan(blocks, inline, [.. files.Where(part => part.Disposition == Disposition.Attachment || part.ContentId is null || !inline.ContainsKey(part.ContentId))]) { MoreBlocks = more.Count };
    }

    private static void Plan(BodyPart part, List<BodyBlock> blocks, List<BodyPart> files)
    {
        if (part.MediaType == "multipart/alternative" && Alternative(part) is { } block)
        {
            blocks.Add(block);
            files.AddRange(part.Walk().Where(one => !one.IsMultipart && one != block.Html && one != block.Plain && !IsReadable(one)));
        }
        else if (part.IsMultipart)
        {
            foreach (var child in part.Children) Plan(child, blocks, files);
        }
        else if (IsReadable(part))
        {
            blocks.Add(part.MediaType == "text/html" ? new BodyBlock(part, null) : new BodyBlock(null, part));
        }
        else
        {
            files.Add(part);
        }
    }

    /// <summary>The richest form of each kind; the later child is the richer one (RFC 2046 §5.1.4).</summary>
    private static BodyBlock? Alternative(BodyPart part)
    {
        var readable = WithinMessage(part).Where(IsReadable).ToList();
        var html = readable.LastOrDefault(one => one.MediaType == "text/html");
        var plain = readable.LastOrDefault(one => one.MediaType == "text/plain") ?? readable.LastOrDefault(one => one.MediaType != "text/html");
        return html is null && plain is null ? null : new BodyBlock(html, plain);
    }

    private static IEnumerable<BodyPart> WithinMessage(BodyPart part) =>
        part.IsMultipart ? part.Children.SelectMany(WithinMessage) : [part];

    private static bool IsReadable(BodyPart part) =>
        part.Disposition != Disposition.Attachment
        && part.MediaType is ("text/plain" or "text/html" or "text/enriched" or "text/markdown")
        && (part.FileName is null || part.Disposition == Disposition.Inline);
}
