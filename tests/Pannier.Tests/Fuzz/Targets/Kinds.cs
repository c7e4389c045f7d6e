using System.Text;
using Pannier.Demo.Seed.Files;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>What a file is: always some kind, the same each time, and shown text that hides nothing.</summary>
internal sealed class Kinds : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } =
    [
        "MZ program", "%PDF-1.4\n", "<!doctype html><html><svg>", "<?xml version=\"1.0\"?><svg xmlns=\"x\"/>", "#!/bin/sh\n", "{\\rtf1 x}", "-----BEGIN PGP MESSAGE-----\n", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 _\0V\0B\0A\0",
        Encoding.Latin1.GetString(ZipPackage.Of(("[Content_Types].xml", [1]), ("word/vbaProject.bin", [2]))), "\u0030\u0080\u0006\u0009\u002A\u0086\u0048\u0086\u00F7\u000D\u0001\u0007\u0002\u00A0\u0080", "\u00FF\u00FE<\0h\0t\0m\0l\0>\0",
    ];

    public IReadOnlyList<string> Words { get; } = ["MZ", "PK\u0003\u0004", "PK\u0005\u0006", "<svg ", "<html>", "<!--", "BM", "\u00FF\u00FE", "\u00FE\u00FF", "\u0010\u000C\0\0\0\0\0\u00C0\0\0\0\0\0\0\u0046", "META-INF/MANIFEST.MF", "\u202E"];

    public Task TryAsync(byte[] input)
    {
        var octets = Encoding.Latin1.GetBytes(IFuzzTarget.Text(input));
        var kind = ContentSniffer.Of(octets);

        Assert.True(Enum.IsDefined(kind));
        Assert.Equal(kind, ContentSniffer.Of(octets));
        Assert.All(PartWarnings.Of(IFuzzTarget.Text(input), "application/octet-stream", kind), warning => Assert.True(Enum.IsDefined(warning)));
        Assert.DoesNotContain(SourceText.Show(IFuzzTarget.Text(input)), character => character is '\0' or '\r' or '\u202E' or '\u200B' or '\u007F');
        return Task.CompletedTask;
    }
}
