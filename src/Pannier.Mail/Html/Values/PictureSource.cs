using System.Buffers;
using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>Where a picture of the message itself is fetched: a view address of ours, given by the caller and by nobody else.</summary>
internal sealed record PictureSource : Value
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:?=%&");

    private readonly string address;

    private PictureSource(string address) => this.address = address;

    /// <summary>Takes a path on the frame's own host, or an absolute web address when the site gives views a host of their own.</summary>
    /// <exception cref="ArgumentException">It is neither: a mistake of the caller, never of the sender.</exception>
    public static PictureSource Of(string viewUrl) =>
        !viewUrl.AsSpan().ContainsAnyExcept(Allowed)
        && (viewUrl is ['/', not '/', ..]
            || viewUrl.StartsWith("https://", StringComparison.Ordinal)
            || viewUrl.StartsWith("http://", StringComparison.Ordinal))
            ? new(viewUrl)
            : throw new ArgumentException("A view URL is a path on our own host, or http(s) with one.", nameof(viewUrl));

    public override void WriteTo(StringBuilder target) => target.Append(address);
}
