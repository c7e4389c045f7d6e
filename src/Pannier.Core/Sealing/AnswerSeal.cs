using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;
using Pannier.Core.Sessions;

namespace Pannier.Core.Sealing;

/// <summary>Seals this request's answer to the page that asked (ADR 24).</summary>
/// <remarks>
/// The key comes from the public half a page sends with each request and the session's half, which stands in the page: no state,
/// any tab, any node. An answer is bound to method, path, query, status and the request's own number. What the page asks before
/// somebody is signed in holds nothing of anybody's mail and is not sealed.
/// </remarks>
internal sealed class AnswerSeal(IOptions<BrowserOptions> options, Visit visit) : IDisposable
{
    public const string Header = "Pannier-Seal";
    public const string MediaType = "application/vnd.pannier.sealed";

    private byte[]? _key;
    private string _nonce = "";

    /// <summary>Whether the answers of the session as it is now are sealed.</summary>
    public bool IsOn => options.Value.SealResponses && visit.Session is { Seal.Sealing: AnswerSealing.On, Level: >= SignInLevel.Full };

    /// <summary>Whether they were when this request came in.</summary>
    public bool WasOn { get; private set; }

    /// <summary>Whether what is written now is sealed.</summary>
    public bool HasBegun => _key is not null;

    /// <summary>What a document tells the script; null where nothing is ever sealed.</summary>
    /// <param name="build">What the cache is thrown away after.</param>
    public PageSeal? ForPage(string build) =>
        visit.Session is { Level: >= SignInLevel.Full } session && (IsOn || options.Value.SealCache)
            ? new PageSeal(session.Half.Public, IsOn ? "on" : null, options.Value.SealCache ? build : null)
            : null;

    /// <summary>Notes how the session stands before anything is done.</summary>
    public void Look() => WasOn = IsOn;

    /// <summary>Seals the answer with the key agreed with this page.</summary>
    /// <returns>False when nothing is sealed here, or the page sent no point of the curve.</returns>
    public bool Begin(SealAsk ask)
    {
        if (!IsOn && !(options.Value.SealCache && visit.Level >= SignInLevel.Full)) return false;

        (_key, _nonce) = (visit.Required.Half.Agree(ask), ask.Nonce);
        return HasBegun;
    }

    /// <summary>Writes the body and what its headers tell, sealed.</summary>
    public async Task WriteAsync(string type, string body, HttpContext http)
    {
        var headers = http.Response.Headers;
        var next = headers["Pannier-Next"] is [{ Length: > 0 } url] ? url : null;
        headers.Remove("Pannier-Next");
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var sealedBody = SealedBytes.Seal(
            _key ?? throw new InvalidOperationException("no key agreed"),
            $"pannier seal 1\nanswer\n{http.Request.Method}\n{target}\n{http.Response.StatusCode}\n{_nonce}",
            SealedForm.Write(type, next, body));
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = sealedBody.Length;
        await http.Response.Body.WriteAsync(sealedBody, http.RequestAborted);
    }

    /// <summary>The data of one event, sealed and in base64: bound to the request, the event's place in the stream, its name and its id.</summary>
    internal string Event(int number, string name, string id, string data) =>
        Convert.ToBase64String(SealedBytes.Seal(
            _key ?? throw new InvalidOperationException("no key agreed"),
            $"pannier seal 1\nevent\n{number}\n{name}\n{id}\n{_nonce}",
            Encoding.UTF8.GetBytes(data)));

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
