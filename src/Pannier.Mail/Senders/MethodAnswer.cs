namespace Pannier.Mail.Senders;

/// <summary>What one way of checking said of a message (RFC 8601 §2.2), in lower case where the standard's words are meant.</summary>
/// <param name="Method">As in <c>dkim</c>, <c>spf</c>, <c>dmarc</c>, <c>arc</c>.</param>
/// <param name="Result">As in <c>pass</c>, <c>fail</c>, <c>softfail</c>, <c>none</c>.</param>
/// <param name="Domain">The domain it speaks of, in its ASCII form: that of the signature (<c>header.d</c>), of the envelope (<c>smtp.mailfrom</c>) or of From (<c>header.from</c>); null where none is named.</param>
public sealed record MethodAnswer(string Method, string Result, HostName? Domain)
{
    public bool Passed => Result == "pass";
}
