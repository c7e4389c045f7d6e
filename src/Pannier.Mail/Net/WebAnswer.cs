using System.Net;

namespace Pannier.Mail.Net;

/// <summary>What a web server answered to <see cref="EgressHttp"/>: untrusted bytes.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="MediaType">As declared, lower case; null when not.</param>
public sealed record WebAnswer(Uri Address, HttpStatusCode Status, string? MediaType, ReadOnlyMemory<byte> Content);
