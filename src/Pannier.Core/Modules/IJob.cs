namespace Pannier.Core.Modules;

/// <summary>Work done now and then, inside a person's live session: no session, no keys, no work.</summary>
public interface IJob
{
    /// <summary>The pause between two runs for one person; at least a second.</summary>
    static abstract TimeSpan Every { get; }

    Task RunAsync(CancellationToken cancellation);
}
