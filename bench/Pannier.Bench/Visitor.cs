using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Pannier.Bench;

/// <summary>A signed-in browser without eyes: asks for pages, reads them to the end, finds keys and links in them.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpLine _line;
    private readonly string _head;
    private string _csrf = "";
    private string _mailbox = "";
    private string? _next;

    /// <param name="cookie">The session's; empty before sign-in.</param>
    public Visitor(int port, string cookie)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")),
            Timeout = TimeSpan.FromMinutes(5),
        };
        _line = new HttpLine(port);
        _head = (cookie.Length > 0 ? $"Cookie: __Host-pannier={cookie}\r\n" : "") + "Sec-Fetch-Site: same-origin\r\n";
        if (cookie.Length > 0) _http.DefaultRequestHeaders.Add("Cookie", $"__Host-pannier={cookie}");
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/sign-in", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>How many messages an act has changed: the next act takes the next.</summary>
    public int Changes { get; set; }

    /// <summary>How often the product answered that the account is silent, and was asked again.</summary>
    public int Repeats { get; private set; }

    /// <summary>How often a search told of a silent account instead of what it found.</summary>
    public int LateSearches { get; private set; }

    /// <summary>How often HTML came as its text because making it safe took longer than the product allows.</summary>
    public int ShownAsText { get; private set; }

    /// <summary>The inbox from its top, and remembers its keys. An account told of as silent is asked again, as a person would.</summary>
    public async Task ListAsync()
    {
        var page = await GetAsync("/mail/inbox", swap: false);
        for (; !Key().IsMatch(page); Repeats++)
        {
            if (Repeats == 20 || !page.Contains("lists-note", StringComparison.Ordinal)) throw new InvalidOperationException("the list shows no message and no silent account");
            page = await GetAsync("/mail/inbox", swap: false);
        }

        _mailbox = Key().Match(page).Groups[1].Value;
        _csrf = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        Follow(page);
    }

    /// <summary>Whether older mail is still being read in.</summary>
    public async Task<bool> IsFillingAsync() => (await GetAsync("/mail/inbox", swap: true)).Contains("lists-filling", StringComparison.Ordinal);

    public Task FragmentAsync() => GetAsync("/mail/inbox", swap: true);

    /// <summary>A fragment's text.</summary>
    public Task<string> ReadAsync(string path) => GetAsync(path, swap: true);

    /// <summary>A page's whole text.</summary>
    public Task<string> ReadPageAsync(string path) => GetAsync(path, swap: false);

    /// <summary>The stream of events every open page listens to.</summary>
    public Task<EventLine> EventsAsync() => EventLine.OpenAsync(_http);

    /// <summary>The combined view of what is unread.</summary>
    public async Task UnreadAsync()
    {
        if (!Key().IsMatch(await GetAsync("/mail/unread", swap: true))) throw new InvalidOperationException("nothing is unread");
    }

    public async Task NextAsync() => Follow(await GetAsync(_next ?? throw new InvalidOperationException("there is no next page"), swap: true));

    public async Task OpenAsync(int uid)
    {
        var page = await MessageAsync(uid);
        if (Frame().Match(page) is { Success: true } frame) await GetAsync(WebUtility.HtmlDecode(frame.Groups[1].Value), swap: false);
        else if (Letters.IsLarge(uid)) ShownAsText++;
    }

    /// <summary>Opens a message of HTML, and tells where its document is.</summary>
    public async Task<string> FrameOfAsync(int uid) =>
        Frame().Match(await MessageAsync(uid)) is { Success: true } frame ? WebUtility.HtmlDecode(frame.Groups[1].Value) : throw new InvalidOperationException("the message has no frame");

    private async Task<string> MessageAsync(int uid)
    {
        var page = await GetAsync($"/message/{KeyOf(uid)}?in=inbox", swap: true);
        return page.Contains("messages-subject", StringComparison.Ordinal) ? page : throw new InvalidOperationException("the answer shows no message");
    }

    public Task FlagAsync(int uid) => ActAsync(KeyValuePair.Create("flag", KeyOf(uid)));

    /// <summary>Into Trash.</summary>
    public Task DeleteAsync(int uid) => ActAsync(KeyValuePair.Create("message", KeyOf(uid)), KeyValuePair.Create("act", "delete"));

    private async Task ActAsync(params KeyValuePair<string, string>[] what)
    {
        IEnumerable<KeyValuePair<string, string>> fields = [new("csrf", _csrf), .. what, new("next", "/mail/inbox")];
        await SendAsync("POST", "/messages/act", swap: true, string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));
    }

    /// <summary>Searches until every server has said all; the words are new each time, so that nothing is known from before.</summary>
    public async Task SearchAsync(string word)
    {
        var page = await GetAsync($"/mail/inbox?q={Uri.EscapeDataString(word)}", swap: true);
        while (Waits().Match(page) is { Success: true } more) page = await GetAsync(WebUtility.HtmlDecode(more.Groups[1].Value), swap: true);
        if (!Key().IsMatch(page)) throw new InvalidOperationException("the search found nothing");
        if (page.Contains("this result is incomplete", StringComparison.Ordinal)) LateSearches++;
    }

    /// <summary>What a first visit transfers, compressed as browsers ask for it: the page, then script and style.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, int>>> FirstLoadAsync(string path)
    {
        var page = await GetAsync(path, swap: false);
        var sizes = new List<KeyValuePair<string, int>> { new("page", await SizeAsync(path)) };
        foreach (var asset in Assets().Matches(page).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)) sizes.Add(new(Path.GetExtension(asset), await SizeAsync(asset)));
        return sizes;
    }

    public void Dispose()
    {
        _http.Dispose();
        _line.Dispose();
    }

    [GeneratedRegex("data-search-wait=\"([^\"]+)\"")]
    private static partial Regex Waits();

    private string KeyOf(int uid) => string.Create(CultureInfo.InvariantCulture, $"{_mailbox}-{uid}");

    private void Follow(string page) => _next = Older().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups[1].Value) : null;

    private Task<string> GetAsync(string path, bool swap) => SendAsync("GET", path, swap);

    private async Task<int> SizeAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await _http.SendAsync(request);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private async Task<string> SendAsync(string method, string path, bool swap, string? form = null)
    {
        var (status, text) = await _line.AskAsync(method, path, swap ? _head + "Pannier-Swap: 1\r\n" : _head, form);
        return status is >= 200 and < 300 ? text : throw new InvalidOperationException($"{method} {path} answered {status}: {text[..Math.Min(text.Length, 1000)]}");
    }

    [GeneratedRegex("data-key=\"([0-9a-z]+-[0-9a-z]+-[0-9]+)-[0-9]+\"", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(/mail/inbox\\?after=[^\"]+)\"")]
    private static partial Regex Older();

    [GeneratedRegex("<iframe[^>]* src=\"(?:http://localhost:[0-9]+)?(/view/[^\"]+)\"")]
    private static partial Regex Frame();

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+\\.(?:js|css))\"")]
    private static partial Regex Assets();
}
