using System.Text;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>A submission server that answers as it is told, and keeps what it was handed.</summary>
internal sealed class FakeSubmission : ISubmission
{
    public static SubmissionResult Taken { get; } = new(SubmissionOutcome.Accepted, [], null);

    /// <summary>The answers to come, in order; then all is taken.</summary>
    public Queue<SubmissionResult> Answers { get; } = new();

    public List<(SubmissionEnvelope Envelope, string Message)> Handed { get; } = [];

    /// <summary>Runs while a message is handed over.</summary>
    public Func<Task> DuringAsync { get; set; } = () => Task.CompletedTask;

    public async Task<SubmissionResult> SubmitAsync(SubmissionEnvelope envelope, Stream message, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await message.CopyToAsync(copy, cancellation);
        Handed.Add((envelope, Encoding.UTF8.GetString(copy.ToArray())));
        await DuringAsync();
        return Answers.TryDequeue(out var answer) ? answer : Taken;
    }

    public Task TestAsync(CancellationToken cancellation) => Task.CompletedTask;
}
