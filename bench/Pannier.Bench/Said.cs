using System.Diagnostics;

namespace Pannier.Bench;

/// <summary>Something a <see cref="Relay"/> passed on, without TLS.</summary>
/// <param name="At">By <see cref="Stopwatch.GetTimestamp"/>, when it came.</param>
/// <param name="Text">How a command begins; of an answer <c>* n EXISTS</c>, or nothing.</param>
internal sealed record Said(int Connection, Way Way, long At, int Octets, string Text)
{
    public static Said Now(int connection, Way way, int octets, string text) => new(connection, way, Stopwatch.GetTimestamp(), octets, text);
}
