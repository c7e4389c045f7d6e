using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Audit;

/// <summary>Writes events of names that may be nobody's, one after the other and apart from the request, whose time must not tell.</summary>
/// <remarks>At most 1,000 wait; what comes on top is told to the site's log by number, without names.</remarks>
public sealed class LateNotes(People people, SecurityLog log, ILogger<LateNotes> logger) : BackgroundService
{
    private readonly Channel<Late> _waiting = Channel.CreateBounded<Late>(1000);
    private long _left;

    internal void Add(SignInName name, SecurityEventKind kind, Whereabouts from)
    {
        if (!_waiting.Writer.TryWrite(new Late(name, kind, from))) Interlocked.Increment(ref _left);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var late in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (Interlocked.Exchange(ref _left, 0) is > 0 and var left) Log.NotesLeft(logger, left);
            await WriteAsync(late, stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A worker's border: one event that cannot be written stops none after it.")]
    private async Task WriteAsync(Late late, CancellationToken cancellation)
    {
        try
        {
            if (await people.FindAsync(late.Name, cancellation) is { } user) await log.NoteAsync(user.Id, late.Kind, late.From, "", cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NoteFailed(logger, fault.GetType().Name);
        }
    }

    private sealed record Late(SignInName Name, SecurityEventKind Kind, Whereabouts From);
}
