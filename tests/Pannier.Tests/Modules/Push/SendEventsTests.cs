using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Accounts;
using Pannier.Core.Sealing;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.News;
using Pannier.Modules.Push;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Push;

/// <summary>The stream of events as a browser reads it.</summary>
public sealed class SendEventsTests : IDisposable
{
    private readonly PersonMirror _mirror = new();
    private readonly AccountId _account = AccountId.New();
    private readonly FakeTimeProvider _clock = new();
    private readonly Heard _heard = new();
    private readonly CancellationTokenSource _end = new();

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _mirror.Dispose();
        _heard.Dispose();
    }

    [Fact]
    public async Task A_browser_that_comes_is_told_where_it_stands_and_then_what_changes()
    {
        var writing = WriteAsync(null);
        await _heard.UntilAsync($"id: {_mirror.Life:N}.0\nevent: here\ndata: {{}}\n\n");

        await _mirror.StandsAsync(_account, SyncStage.Current, null, TestContext.Current.CancellationToken);

        await _heard.UntilAsync($"id: {_mirror.Life:N}.1\nevent: news\ndata: {{\"changed\":[],\"filled\":[],\"accounts\":[\"{_account}\"],\"arrived\":[]}}\n\n");
        await EndAsync(writing);
    }

    [Fact]
    public async Task One_that_lost_the_line_goes_on_from_its_place_without_a_gap()
    {
        await _mirror.StandsAsync(_account, SyncStage.Filling, null, TestContext.Current.CancellationToken);
        await _mirror.StandsAsync(_account, SyncStage.Current, null, TestContext.Current.CancellationToken);

        var writing = WriteAsync(new NewsPlace(_mirror.Life, 1));

        await _heard.UntilAsync($"id: {_mirror.Life:N}.2\nevent: news\n");
        await EndAsync(writing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_whose_place_is_lost_is_told_to_look_at_everything_again(bool isOtherLife)
    {
        var writing = WriteAsync(new NewsPlace(isOtherLife ? Guid.NewGuid() : _mirror.Life, isOtherLife ? 0 : 99));

        await _heard.UntilAsync($"id: {_mirror.Life:N}.0\nevent: reload\n");
        await EndAsync(writing);
    }

    [Fact]
    public async Task What_comes_in_a_quarter_of_a_second_is_told_together()
    {
        var writing = WriteAsync(null);
        await _heard.UntilAsync("event: here");
        await _mirror.StandsAsync(_account, SyncStage.Filling, null, TestContext.Current.CancellationToken);
        await _heard.UntilAsync($"id: {_mirror.Life:N}.1\n");

        await _mirror.StandsAsync(_account, SyncStage.Current, null, TestContext.Current.CancellationToken);
        await _mirror.JoinAsync(_account, InCombinedViews.Hidden, TestContext.Current.CancellationToken);
        Assert.DoesNotContain($"{_mirror.Life:N}.2", _heard.Text, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMilliseconds(250));

        await _heard.UntilAsync($"id: {_mirror.Life:N}.3\n");
        Assert.DoesNotContain($"{_mirror.Life:N}.2", _heard.Text, StringComparison.Ordinal);
        await EndAsync(writing);
    }

    [Fact]
    public async Task A_silent_line_breathes_so_that_no_proxy_hangs_up()
    {
        var writing = WriteAsync(null);
        await _heard.UntilAsync("event: here");

        _clock.Advance(TimeSpan.FromSeconds(20));
        await _heard.UntilAsync(": \n\n");
        await EndAsync(writing);
    }

    private async Task WriteAsync(NewsPlace? after)
    {
        var outcome = await new SendEvents(new NewsOf(_mirror), EventSeals.None, _clock).HandleAsync(new EventsInput(after, null), _end.Token);
        await outcome.Model().WriteAsync(_heard, _end.Token);
    }

    private async Task EndAsync(Task writing)
    {
        await _end.CancelAsync();
        await writing;
    }

    private sealed class NewsOf(PersonMirror mirror) : IMailNews
    {
        public NewsPlace Here => MailNews.HereOf(mirror);

        public Task<MirrorNews?> AfterAsync(NewsPlace place, CancellationToken cancellation) => MailNews.AfterAsync(mirror, place, cancellation);
    }

    /// <summary>Keeps what was written and lets a test wait for it.</summary>
    private sealed class Heard : MemoryStream
    {
        private readonly Lock _lock = new();

        public string Text
        {
            get
            {
                lock (_lock) return Encoding.UTF8.GetString(ToArray());
            }
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            lock (_lock) Write(buffer.Span);
            return default;
        }

        public async Task UntilAsync(string text)
        {
            while (!Text.Contains(text, StringComparison.Ordinal)) await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
