using Pannier.Core.Crypto;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Crypto;

public sealed class SiteKeyFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string Path => _directory.File("site.key");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_new_key_signs_and_the_old_one_checks_until_it_is_forgotten()
    {
        using var before = SiteKey.Open(Path);
        var signature = before.Sign("notices", "x"u8);

        Assert.Equal(2u, SiteKeyFile.Rotate(Path));

        Assert.Equal([2u, 1u], SiteKeyFile.Numbers(Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        using (var both = SiteKey.Open(Path))
        {
            Assert.Equal(2u, both.Id);
            Assert.NotEqual(signature, both.Sign("notices", "x"u8));
            Assert.True(both.HasSigned("notices", "x"u8, signature));
        }

        Assert.Equal(3u, SiteKeyFile.Rotate(Path)); // no number comes twice
        Assert.True(SiteKeyFile.Forget(Path, 1));
        Assert.False(SiteKeyFile.Forget(Path, 1));
        using var after = SiteKey.Open(Path);
        Assert.False(after.HasSigned("notices", "x"u8, signature));
        Assert.Equal([_directory.File("site.key")], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void Refuses_what_would_lose_the_key_and_changes_nothing()
    {
        Assert.Contains("There is no site key", Assert.Throws<SiteKeyFault>(() => SiteKeyFile.Rotate(Path)).Message, StringComparison.Ordinal);
        SiteKey.Open(Path).Dispose();
        var text = File.ReadAllText(Path);

        Assert.Contains("signs now", Assert.Throws<SiteKeyFault>(() => SiteKeyFile.Forget(Path, 1)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path + ".new"); // nothing can be written there
        Assert.Contains("cannot be written", Assert.Throws<SiteKeyFault>(() => SiteKeyFile.Rotate(Path)).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path));

        File.WriteAllText(Path, "damaged");
        Assert.Throws<SiteKeyFault>(() => SiteKeyFile.Rotate(Path));
        Assert.Equal("damaged", File.ReadAllText(Path));
    }
}
