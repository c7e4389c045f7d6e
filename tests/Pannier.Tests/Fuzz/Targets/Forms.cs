using Microsoft.AspNetCore.Http;
using Pannier.Core.Http;
using Pannier.Modules.Accounts;
using Pannier.Modules.Compose;
using Pannier.Modules.Lists;
using Pannier.Modules.Messages;
using Pannier.Modules.Push;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Queries and forms: each is an input or a list of what is wrong with it, or no form at all, which the gate says.</summary>
internal sealed class Forms : IFuzzTarget
{
    public IReadOnlyList<string> Samples { get; } =
    [
        "scope=inbox&after=1760000000.0123456789abcdef-fedcba9876543210-5-7&q=hello+there",
        "to=ann%40example.org&cc=&bcc=&title=x&text=a%0D%0Ab&act=send&version=3&kind=new&from=0123456789abcdef",
        "message=0123456789abcdef-fedcba9876543210-5-7&message=0123456789abcdef-fedcba9876543210-5-8&act=archive&next=%2Fmail%2Finbox&all=inbox",
        "address=ann@example.org&imap-host=imap.example.org&imap-port=993&imap-security=tls&smtp-host=s&smtp-port=465&smtp-security=tls&password=x&confirmed=on",
    ];

    public IReadOnlyList<string> Words { get; } = ["&", "=", "&message=", "&act=", "%00", "%FF", "&csrf=x", "&surprise=1", "&version=-1", "&version=99999999999", "&sure=on&sure=on", "[]", "+"];

    public async Task TryAsync(byte[] input)
    {
        await ReadAsync<ListInput>(input);
        await ReadAsync<ActInput>(input);
        await ReadAsync<DraftInput>(input);
        await ReadAsync<AddInput>(input);
        await ReadAsync<EventsInput>(input);
    }

    private static async Task ReadAsync<T>(byte[] input)
        where T : IInput<T>
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Body = new MemoryStream(input);
        try
        {
            var (read, faults) = await FieldReader.ReadAsync<T>(http.Request, CancellationToken.None);
            Assert.True(read is null ? faults.Count > 0 : faults.Count == 0);
        }
        catch (InvalidDataException)
        {
            // no form: the gate answers 400
        }
    }
}
