import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { AuditLog } from '../audit-log.js';
import { AuditAlertDto, type ListAuditAlertsQuery } from './alert.dto.js';
import { ALERT_ORDER, AlertRepository } from './alert.repository.js';
import { LogDesk } from './log-desk.js';
import { alertNotFound } from './views.errors.js';

@Injectable()
export class AlertService {
  constructor(
    private readonly desk: LogDesk,
    private readonly alerts: AlertRepository,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
  ) {}

  list(query: ListAuditAlertsQuery, wantsTotal: boolean): Promise<Page<AuditAlertDto>> {
    const isOpen = query.status === undefined ? null : query.status === 'open';
    return this.pager.page({
      list: 'audit-alerts',
      query,
      order: ALERT_ORDER,
      fetch: (keyset) => this.alerts.list(isOpen, keyset),
      item: (row) => AuditAlertDto.from(row),
      ...(wantsTotal && { total: () => this.alerts.count(isOpen) }),
    });
  }

  /** Doing it again changes nothing: the first who did stays the one who did. */
  async acknowledge(id: string): Promise<AuditAlertDto> {
    await this.desk.write(async () => {
      if (!(await this.alerts.acknowledge(id))) throw alertNotFound();
      await this.audit.record('audit_alert.acknowledged', 'audit_alert', id);
    });
    const row = await this.alerts.find(id);
    if (!row) throw alertNotFound();
    return AuditAlertDto.from(row);
  }
}
