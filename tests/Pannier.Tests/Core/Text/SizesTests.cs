using Pannier.Core.Accounts;
using Pannier.Core.Settings;
using Pannier.Core.Text;

namespace Pannier.Tests.Core.Text;

/// <summary>Small values that people read, and what is read back from them.</summary>
public sealed class SizesTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1 kB")]
    [InlineData(1_540, "1.5 kB")]
    [InlineData(2_600_000, "2.6 MB")]
    [InlineData(7_250_000_000, "7.3 GB")]
    public void Octets_are_said_as_people_do(long octets, string said) => Assert.Equal(said, Sizes.Show(octets));

    [Fact]
    public void A_name_of_an_undoing_reads_back_and_nothing_else_does()
    {
        var id = UndoId.New();

        Assert.Equal(id, UndoId.Read(id.ToString()));
        Assert.Null(UndoId.Read(id.Value[1..]));
        Assert.Null(UndoId.Read(id.Value[1..] + "G"));
    }

    [Theory]
    [InlineData("Europe/Stockholm", "Europe/Stockholm")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    [InlineData("Mars/Olympus", null)]
    [InlineData("../etc/passwd", null)]
    public void Only_zones_that_are_known_read(string text, string? read) => Assert.Equal(read, ZoneName.Read(text)?.ToString());
}
