using Pannier.Core.Crypto;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Crypto;

public sealed class SiteKeyTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string Path => _directory.File("site.key");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Is_made_once_for_its_owner_only()
    {
        using var first = SiteKey.Open(Path);
        using var again = SiteKey.Open(Path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.Equal(first.Sign("notices", "x"u8), again.Sign("notices", "x"u8));
        Assert.NotEqual(first.Sign("notices", "x"u8), first.Sign("csrf", "x"u8));
    }

    [Fact]
    public void One_that_others_can_read_is_refused_with_the_remedy()
    {
        SiteKey.Open(Path).Dispose();
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var fault = Assert.Throws<SiteKeyFault>(() => SiteKey.Open(Path));

        Assert.Contains("chmod 600", fault.Message, StringComparison.Ordinal);
        SiteKey.Mounted(Path).Dispose(); // a secret store chooses its own mode
    }

    [Fact]
    public void A_key_of_the_programs_own_purpose_is_made_once_and_wiped_with_the_site_key()
    {
        var site = new SiteKey(Keys.New());
        var key = site.Shared("page owner", site.Id)!; // the number that signs is there

        Assert.Same(key, site.Shared("page owner", site.Id));
        Assert.NotSame(key, site.Shared("notices", site.Id));
        Assert.Null(site.Shared("page owner", site.Id + 1));
        site.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("x"u8));
    }

    [Fact]
    public void After_a_rotation_the_old_key_still_checks_what_it_signed()
    {
        SiteKey.Open(Path).Dispose();
        using var before = SiteKey.Open(Path);
        var signature = before.Sign("notices", "x"u8);
        File.WriteAllText(Path, $"2 {Convert.ToBase64String(new byte[32])}\n\n{File.ReadAllText(Path)}");

        using var after = SiteKey.Open(Path);

        Assert.Equal(2u, after.Id);
        Assert.NotEqual(signature, after.Sign("notices", "x"u8));
        Assert.True(after.HasSigned("notices", "x"u8, signature));
        Assert.False(after.HasSigned("notices", "y"u8, signature));
        using var old = after.Derive("notices", 1);
        Assert.Equal(signature, old?.Sign("x"u8));
        Assert.Null(after.Derive("notices", 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("1 c2hvcnQ=\n")]
    [InlineData("x AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void A_damaged_file_stops_the_start_and_is_left_alone(string text)
    {
        File.WriteAllText(Path, text);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Throws<SiteKeyFault>(() => SiteKey.Open(Path));

        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void Bytes_make_a_site_key_too_and_a_wiped_one_signs_nothing()
    {
        var key = new SiteKey(new byte[32]);
        Assert.Equal(1u, key.Id);

        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign("notices", "x"u8));
    }

    [Fact]
    public void One_that_cannot_be_read_or_made_says_so()
    {
        Assert.Throws<SiteKeyFault>(() => SiteKey.Mounted(_directory.File("none")));
        Assert.Throws<SiteKeyFault>(() => SiteKey.Open(_directory.File("no/such/directory/site.key")));
    }
}
