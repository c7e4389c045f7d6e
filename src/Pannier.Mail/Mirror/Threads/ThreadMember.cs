namespace Pannier.Mail.Mirror.Threads;

/// <summary>A message of a conversation.</summary>
/// <param name="Id">The hash of its Message-ID: copies of one message have the same.</param>
public readonly record struct ThreadMember(MessageKey Key, ulong Id);
