using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http.Gate;

/// <summary>The pipeline's border: whatever breaks behind it, the browser gets an answer that says what to do, and the log the reason.</summary>
public sealed class BorderTests : IAsyncLifetime
{
    private readonly MemoryMail _mail = new();
    private TestSite _site = null!;
    private TestBrowser _ann = null!;
    private Func<HttpContext, Exception>? _breaks;
    private int _times;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(services => services.AddScoped<IMyMail>(scope =>
        {
            if (_breaks is null || _times-- <= 0) return _mail;
            throw _breaks(scope.GetRequiredService<IHttpContextAccessor>().HttpContext!); // within a request
        }));
        _ann = await _site.RegisteredAsync("ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_bug_becomes_a_page_with_the_number_under_which_the_log_tells_more()
    {
        Break(1, _ => new InvalidOperationException("planted for the log"));

        var reply = await _ann.GetAsync("/mail/inbox");

        Assert.Equal(500, reply.Status);
        Assert.StartsWith("text/html", reply.Header("Content-Type"), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", reply.Body, StringComparison.Ordinal);
        var line = Assert.Single(_site.Log.Lines, line => line.Contains("planted for the log", StringComparison.Ordinal));
        Assert.Contains(line.Split(' ').Select(word => word.Trim(':', ',', '.')).Where(word => word.Length > 8), word => reply.Body.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bug_that_breaks_its_own_page_too_becomes_a_line_of_plain_text()
    {
        Break(int.MaxValue, _ => new InvalidOperationException("planted for the log"));

        var reply = await _ann.GetAsync("/mail/inbox");

        Assert.Equal((500, "text/plain; charset=utf-8"), (reply.Status, reply.Header("Content-Type")));
        Assert.StartsWith("Something went wrong on our side. Number ", reply.Body, StringComparison.Ordinal);
        Assert.Equal(2, _site.Log.Lines.Count(line => line.Contains("planted for the log", StringComparison.Ordinal)));
        Break(0, null);
        Assert.Equal(200, (await _ann.GetAsync("/mail/inbox")).Status);
    }

    [Fact]
    public async Task A_bug_is_told_to_the_script_as_a_fragment_and_to_a_program_as_a_problem()
    {
        Break(1, _ => new InvalidOperationException("planted"));
        var fragment = await _ann.GetAsync("/mail/inbox", ("Pannier-Swap", "main"));
        Break(1, _ => new InvalidOperationException("planted"));
        var problem = await _ann.GetAsync("/mail/inbox", ("Accept", "application/json"));

        Assert.Equal(500, fragment.Status);
        Assert.Contains("role=\"alert\"", fragment.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment.Body, StringComparison.Ordinal);
        Assert.Equal((500, "application/problem+json"), (problem.Status, problem.Header("Content-Type")));
    }

    [Theory]
    [InlineData(MailFaultKind.Unreachable, 503)]
    [InlineData(MailFaultKind.NotFound, 404)]
    [InlineData(MailFaultKind.OverQuota, 507)]
    [InlineData(MailFaultKind.TooLarge, 413)]
    [InlineData(MailFaultKind.Refused, 422)]
    public async Task A_mail_servers_fault_is_said_in_plain_words_and_is_no_bug(MailFaultKind kind, int status)
    {
        Break(1, _ => new MailFault(kind));

        Assert.Equal(status, (await _ann.GetAsync("/mail/inbox")).Status);
        Assert.DoesNotContain(_site.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(BadHttpRequestException), 413)]
    [InlineData(typeof(InvalidDataException), 400)]
    public async Task A_request_that_cannot_be_read_is_refused_and_is_no_bug(Type fault, int status)
    {
        Break(1, _ => fault == typeof(InvalidDataException) ? new InvalidDataException("too many fields") : new BadHttpRequestException("too large", 413));

        Assert.Equal(status, (await _ann.GetAsync("/mail/inbox")).Status);
        Assert.DoesNotContain(_site.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_goes_away_leaves_no_bug_behind()
    {
        using var gone = new ManualResetEventSlim();
        Break(1, http =>
        {
            gone.Set();
            http.RequestAborted.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            return new OperationCanceledException(http.RequestAborted);
        });
        using var leave = new CancellationTokenSource();
        var asking = AskAsync(leave.Token);
        Assert.True(await Task.Run(() => gone.Wait(TimeSpan.FromSeconds(30)), TestContext.Current.CancellationToken));

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(200, (await _ann.GetAsync("/mail/inbox")).Status);
        Assert.DoesNotContain(_site.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = _site.Address };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", _ann.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var reply = await client.GetAsync(new Uri("/mail/inbox", UriKind.Relative), cancellation);
    }

    private void Break(int times, Func<HttpContext, Exception>? how) => (_times, _breaks) = (times, how);
}
