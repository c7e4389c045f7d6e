using System.Text.Json;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Mail;

namespace Pannier.Tests.Core.Http;

public sealed class BrowserTokenTests
{
    [Fact]
    public void Reads_what_it_reveals_and_shows_nothing_of_it()
    {
        var token = BrowserToken.New();
        var read = BrowserToken.Read(token.Reveal());

        Assert.Equal(token.Hash(), read?.Hash());
        Assert.Equal("•••", $"{token}");
        Assert.Null(BrowserToken.Read("short"));
    }

    [Fact]
    public void Records_write_a_views_id_as_its_text()
    {
        var id = ViewId.Read("00000000000000ff");
        Assert.NotNull(id);

        Assert.Equal(id, JsonSerializer.Deserialize<ViewId>(JsonSerializer.Serialize(id, RecordJson.Options), RecordJson.Options));
    }
}
