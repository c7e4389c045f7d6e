using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DnsClient;
using Pannier.Mail.Discovery;

namespace Pannier.Tests.Mail.Discovery;

public sealed class MailDnsTests : IDisposable
{
    private readonly UdpClient _server = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Task _answering;

    public MailDnsTests() => _answering = AnswerAsync();

    public void Dispose()
    {
        _server.Dispose();
        _answering.Wait(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Reads_services_and_exchangers()
    {
        var dns = Client();

        Assert.Equal([new ServiceRecord(10, 5, 993, "imap.shop.example.")], await dns.ServicesAsync("_imaps._tcp.shop.example", TestContext.Current.CancellationToken));
        Assert.Equal(["mx1.shop.example", "mx2.shop.example"], await dns.MailExchangersAsync("shop.example", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("refused.example")]
    [InlineData("silent.example")]
    [InlineData("..")]
    public async Task No_answer_is_no_record(string name)
    {
        Assert.Empty(await Client().ServicesAsync(name, TestContext.Current.CancellationToken));
        Assert.Empty(await Client().MailExchangersAsync(name, TestContext.Current.CancellationToken));
    }

    private MailDns Client() => new(new LookupClient(new LookupClientOptions((IPEndPoint)_server.Client.LocalEndPoint!) { Timeout = TimeSpan.FromMilliseconds(300), Retries = 0, UseCache = false }));

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var query = await _server.ReceiveAsync();
                var end = 12;
                while (query.Buffer[end] != 0) end += query.Buffer[end] + 1;
                var question = query.Buffer[12..(end + 5)];
                var text = Encoding.ASCII.GetString(question);
                if (text.Contains("silent", StringComparison.Ordinal)) continue;
                var records = text.Contains("refused", StringComparison.Ordinal) ? [] : question[^3] == 33 ? new[] { Record(33, [0, 10, 0, 5, .. Number(993), .. Name("imap")]) } :
                    [Record(15, [0, 20, .. Name("mx2")]), Record(15, [0, 10, .. Name("mx1")])];
                byte[] header = [query.Buffer[0], query.Buffer[1], 0x81, (byte)(records.Length == 0 ? 0x85 : 0x80), 0, 1, 0, (byte)records.Length, 0, 0, 0, 0];
                await _server.SendAsync((byte[])[.. header, .. question, .. records.SelectMany(record => record)], query.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
        }
    }

    private static byte[] Record(byte type, byte[] data) => [0xC0, 12, 0, type, 0, 1, 0, 0, 0, 60, .. Number(data.Length), .. data];

    private static byte[] Name(string host) => [.. new[] { host, "shop", "example" }.SelectMany(label => new[] { (byte)label.Length }.Concat(Encoding.ASCII.GetBytes(label))), 0];

    private static byte[] Number(int value)
    {
        var two = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
        return two;
    }
}
