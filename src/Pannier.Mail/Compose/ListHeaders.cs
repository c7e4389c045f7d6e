using Pannier.Mail.Text;

namespace Pannier.Mail.Compose;

/// <summary>What a message says of the mailing list it came through (RFC 2369, RFC 2919).</summary>
internal sealed class ListHeaders(MessageHead head)
{
    public bool IsList => head.Header("List-Id") is not null || head.Header("List-Post") is not null;

    /// <summary>Where to write to the list; null when it takes no mail or does not say.</summary>
    public AddrSpec? Post { get; } = ReadPost(head.Header("List-Post"));

    private static AddrSpec? ReadPost(string? field)
    {
        if (field is null) return null;
        foreach (var piece in field.Split('<', '>'))
            if (MailtoUrl.Read(piece.Trim()) is { } mailto && AddrSpec.Read(mailto.To) is { } post)
                return post;

        return null;
    }
}
