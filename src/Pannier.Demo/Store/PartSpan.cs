namespace Pannier.Demo.Store;

/// <summary>Where a body part lies in the raw bytes. <see cref="Message"/> is the message inside a message/rfc822 part.</summary>
internal sealed record PartSpan(int Begin, int HeadersEnd, int End, int Lines, bool IsMultipart, IReadOnlyList<PartSpan> Children, PartSpan? Message)
{
    public int Octets => End - HeadersEnd;
}
