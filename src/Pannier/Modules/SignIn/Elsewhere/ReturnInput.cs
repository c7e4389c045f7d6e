using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>What the identity provider sends the browser back with (RFC 6749 §4.1.2, RFC 9207). Providers add to it as they please.</summary>
internal sealed record ReturnInput(Line? State, Secret? Code, Line? Issuer) : IInput<ReturnInput>
{
    private const int LongestCode = 4096;

    public static ReturnInput Read(Fields fields)
    {
        var input = new ReturnInput(fields.Maybe("state", Line.Read), fields.Maybe("code", text => text.Length is > 0 and <= LongestCode ? Secret.Of(text) : null), fields.Maybe("iss", Line.Read));
        fields.IgnoreOthers();
        return input;
    }
}
