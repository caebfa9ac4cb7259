using System.Net;
using System.Net.Sockets;
using System.Text;
using DnsClient;
using ServerlessParty.Mail.Setup;

namespace ServerlessParty.Tests.Mail.Setup;

/// <summary>Against a name server on this machine that answers with bytes written here.</summary>
public sealed class DnsRecordsTests
{
    [Fact]
    public async Task Records_are_read_lower_case_and_without_the_last_dot()
    {
        using var server = new NameServer();
        var records = server.Records();

        server.Answer(15, [0, 10, .. Name("MX.SendGrid.net")]);
        Assert.Equal(["mx.sendgrid.net"], await records.MailHostsAsync("in.example.org", default));
        server.Answer(5, Name("s1.SendGrid.net"));
        Assert.Equal("s1.sendgrid.net", await records.AliasAsync("s1._domainkey.example.org", default));
        server.Answer(16, [8, .. Encoding.ASCII.GetBytes("v=DMARC1"), 6, .. Encoding.ASCII.GetBytes("p=none")]);
        Assert.Equal(["v=DMARC1p=none"], await records.TextsAsync("_dmarc.example.org", default));
    }

    [Fact]
    public async Task A_name_that_does_not_exist_has_no_records()
    {
        using var server = new NameServer { Code = 3 };

        Assert.Empty(await server.Records().MailHostsAsync("in.example.org", default));
        Assert.Null(await server.Records().AliasAsync("in.example.org", default));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_server_that_fails_or_refuses_is_silent(byte code)
    {
        using var server = new NameServer { Code = code };

        await Assert.ThrowsAsync<DnsSilentException>(() => server.Records().TextsAsync("in.example.org", default));
    }

    private static byte[] Name(string name) =>
        [.. name.Split('.').SelectMany(part => (byte[])[(byte)part.Length, .. Encoding.ASCII.GetBytes(part)]), 0];

    private sealed class NameServer : IDisposable
    {
        private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
        private byte[] _answer = [];
        private byte _type;

        public NameServer() => _ = ServeAsync();

        public byte Code { get; init; }

        public void Answer(byte type, byte[] data) => (_type, _answer) = (type, data);

        public DnsRecords Records() => new(new LookupClientOptions((IPEndPoint)_socket.Client.LocalEndPoint!)
        {
            Timeout = TimeSpan.FromSeconds(20),
            UseTcpFallback = false,
        });

        public void Dispose() => _socket.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var asked = await _socket.ReceiveAsync();
                    await _socket.SendAsync(Reply(asked.Buffer), asked.RemoteEndPoint);
                }
            }
            catch (Exception end) when (end is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        /// <summary>The question again, and one record for its name.</summary>
        private byte[] Reply(byte[] asked)
        {
            var end = Array.IndexOf(asked, (byte)0, 12) + 5;
            byte count = _answer.Length > 0 ? (byte)1 : (byte)0;
            byte[] head = [asked[0], asked[1], 0x81, (byte)(0x80 | Code), 0, 1, 0, count, 0, 0, 0, 0];
            byte[] record = count == 0 ? [] : [0xC0, 12, 0, _type, 0, 1, 0, 0, 0, 60, 0, (byte)_answer.Length, .. _answer];
            return [.. head, .. asked[12..end], .. record];
        }
    }
}
