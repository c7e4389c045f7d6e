using System.Buffers.Text;
using Pannier.Core.Sealing;

namespace Pannier.Tests.Core.Sealing;

/// <summary>What a page sends to get a sealed answer.</summary>
public sealed class SealAskTests
{
    private static readonly string Nonce = Base64Url.EncodeToString(new byte[16]);

    [Fact]
    public void A_point_and_a_number_are_read() => Assert.NotNull(SealAsk.Read($"{Point(4, 65)}.{Nonce}"));

    [Fact]
    public void Anything_else_is_none()
    {
        foreach (var text in (string[])["", ".", "x", Point(4, 65), $"{Point(4, 65)}.", $"{Point(2, 65)}.{Nonce}", $"{Point(4, 64)}.{Nonce}", $"{Point(4, 66)}.{Nonce}", $"{Point(4, 65)}.{Nonce}.", $"{Point(4, 65)}.{Nonce}A", $"{Point(4, 65)}.%%%", new string('A', 4000)])
            Assert.Null(SealAsk.Read(text));
    }

    private static string Point(byte first, int size)
    {
        var bytes = new byte[size];
        bytes[0] = first;
        return Base64Url.EncodeToString(bytes);
    }
}
