using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>A message of a model server.</summary>
/// <param name="Name">Tells it from every other of its account.</param>
internal sealed record SimMessage(string Name, DateTimeOffset ReceivedAt, Keywords Keywords, ulong ModSeq);
