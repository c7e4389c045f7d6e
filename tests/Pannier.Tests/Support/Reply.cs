using System.Text;

namespace Pannier.Tests.Support;

/// <summary>An answer of the site, read to its end.</summary>
internal sealed class Reply
{
    private readonly ILookup<string, string> _headers;

    public Reply(HttpResponseMessage response, byte[] bytes)
    {
        Status = (int)response.StatusCode;
        Bytes = bytes;
        _headers = response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)))
            .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase);
    }

    public int Status { get; }

    public byte[] Bytes { get; }

    public string Body => Encoding.UTF8.GetString(Bytes);

    public string? Location => Header("Location");

    /// <summary>All headers, by name.</summary>
    public IEnumerable<string> HeaderNames => _headers.Select(header => header.Key).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>A header's values joined as one would send them; null when it is not there.</summary>
    public string? Header(string name) => _headers.Contains(name) ? string.Join(", ", _headers[name]) : null;

    public IEnumerable<string> Values(string name) => _headers[name];
}
