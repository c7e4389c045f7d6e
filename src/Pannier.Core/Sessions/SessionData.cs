using System.Text.Json.Serialization;

namespace Pannier.Core.Sessions;

/// <summary>What a session's box holds: the opened keys and how far one is signed in.</summary>
/// <param name="Root">Null while the data is locked.</param>
internal sealed record SessionData(SignInLevel Level, byte[] CsrfKey, DateTimeOffset? ConfirmedAt, byte[]? Root, IReadOnlyDictionary<int, byte[]> DataKeys);

[JsonSerializable(typeof(SessionData))]
internal sealed partial class SessionJson : JsonSerializerContext;
