using Pannier.Mail.Text;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Addresses a message links to: what is taken is http, https or mailto, in one spelling.</summary>
internal sealed class Links : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } = ["https://example.org:8443/a/b?c=d#e", "http://bücher.example/ü?q=ß", "mailto:ann@example.org?cc=bob@example.org&subject=Hello%20there&body=a%0D%0Ab", "https://[2001:db8::1]/", "https://user@example.org/", "https://example.g.g\u3002:8443/a", "https://example../"];

    public IReadOnlyList<string> Words { get; } = ["javascript:", "data:", "vbscript:", "file:///", "JaVaScRiPt:", "java\tscript:", "\u0001https:", "https:/", "https:\\\\", "%0d%0a", "?to=", "&bcc=", "@e.example/", "#@e.example", "\u3002", "xn--"];

    public Task TryAsync(byte[] input)
    {
        if (LinkTarget.Read(IFuzzTarget.Text(input)) is not { } target) return Task.CompletedTask;

        var written = target.ToString()!;
        Assert.Matches("^(https?://|mailto:)", written);
        Assert.DoesNotContain(written, character => character is <= ' ' or '"' or '<' or '>' or '\\' or '`' or '\u007f');
        Assert.Equal(written, LinkTarget.Read(written)?.ToString());
        return Task.CompletedTask;
    }
}
